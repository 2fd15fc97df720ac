// SPDX-License-Identifier: GPL-3.0-or-later
//! Right encodings and many ways to spoil them.
use crate::proofs::{again, Base};
use crate::{compressed, uncompressed};
use ark_bn254::{Fq, Fq2, Fr, G1Affine, G2Affine};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{BigInteger, PrimeField, UniformRand};
use ark_std::rand::{rngs::StdRng, Rng};
use kaspa_txscript::opcodes::codes::OpZkPrecompile;
use kaspa_txscript::script_builder::ScriptBuilder;

fn g1(rng: &mut StdRng) -> G1Affine {
    match rng.gen_range(0..8) {
        0 => G1Affine::identity(),
        1 => G1Affine::generator(),
        2 => -G1Affine::generator(),
        _ => G1Affine::rand(rng),
    }
}

fn g2(rng: &mut StdRng) -> G2Affine {
    match rng.gen_range(0..8) {
        0 => G2Affine::identity(),
        1 => G2Affine::generator(),
        2 => -G2Affine::generator(),
        _ => G2Affine::rand(rng),
    }
}

/// On the twisted curve; in the subgroup only by chance, or of small order.
fn g2_outside(rng: &mut StdRng) -> G2Affine {
    let p = loop {
        let x = match rng.gen_range(0..3) {
            0 => Fq2::new(Fq::rand(rng), Fq::from(0u64)),
            1 => Fq2::new(Fq::from(rng.gen::<u32>()), Fq::from(rng.gen::<u8>())),
            _ => Fq2::rand(rng),
        };
        if let Some(p) = G2Affine::get_point_from_x_unchecked(x, rng.gen()) {
            break p;
        }
    };
    if rng.gen_bool(0.5) {
        return p;
    }
    // Times r: what is left has an order that divides the cofactor.
    p.mul_bigint(Fr::MODULUS).into_affine()
}

/// A little-endian field element made not canonical, if it still fits 32 bytes.
fn add_modulus(bytes: &mut [u8], modulus: &[u8]) {
    let mut carry = 0u16;
    for (b, m) in bytes.iter_mut().zip(modulus) {
        let sum = *b as u16 + *m as u16 + carry;
        *b = sum as u8;
        carry = sum >> 8;
    }
}

fn q_bytes() -> Vec<u8> {
    Fq::MODULUS.to_bytes_le()
}

fn spoil(rng: &mut StdRng, bytes: &mut Vec<u8>) {
    if bytes.is_empty() {
        bytes.push(rng.gen());
        return;
    }
    let n = bytes.len();
    let words = n / 32;
    match rng.gen_range(0..11) {
        0 | 1 => bytes[rng.gen_range(0..n)] ^= 1 << rng.gen_range(0..8),
        2 => bytes[n - 1] ^= 0x80,
        3 => bytes[n - 1] ^= 0x40,
        4 => bytes[n - 1] |= 0xc0,
        5 if words > 0 => {
            let at = 32 * rng.gen_range(0..words);
            bytes[at + 31] &= 0x3f;
            add_modulus(&mut bytes[at..at + 32], &q_bytes());
        }
        6 => bytes.truncate(rng.gen_range(0..n)),
        7 => bytes.push(rng.gen()),
        8 if words > 0 => {
            let at = 32 * rng.gen_range(0..words);
            bytes[at..at + 32].copy_from_slice(&q_bytes());
        }
        9 if words > 0 => {
            let at = 32 * rng.gen_range(0..words);
            bytes[at..at + 32].fill(if rng.gen() { 0 } else { 0xff });
        }
        _ => {
            let at = rng.gen_range(0..n);
            bytes[at] = rng.gen();
        }
    }
}

pub fn pair(rng: &mut StdRng) -> (&'static str, Vec<u8>) {
    let mut out = uncompressed(&g1(rng));
    out.extend(uncompressed(&g2(rng)));
    ("pair", out)
}

pub fn encoding(rng: &mut StdRng, bases: &[Base]) -> (&'static str, Vec<u8>) {
    let base = &bases[rng.gen_range(0..bases.len())];
    let (kind, mut bytes) = match rng.gen_range(0..11) {
        0 => ("g1c", compressed(&g1(rng))),
        1 => ("g1u", uncompressed(&g1(rng))),
        2 => ("g2c", compressed(&g2(rng))),
        3 => ("g2u", uncompressed(&g2(rng))),
        4 => ("g2c", compressed(&g2_outside(rng))),
        5 => ("g2u", uncompressed(&g2_outside(rng))),
        6 => ("fr", compressed(&Fr::rand(rng))),
        7 => ("g1c", (0..32).map(|_| rng.gen()).collect()),
        8 => ("g2c", (0..64).map(|_| rng.gen()).collect()),
        9 => ("proof", compressed(&base.proof)),
        _ => ("key", compressed(&base.key)),
    };
    if kind == "fr" && rng.gen_bool(0.3) {
        add_modulus(&mut bytes, &Fr::MODULUS.to_bytes_le());
    }
    for _ in 0..rng.gen_range(0..3) {
        spoil(rng, &mut bytes);
    }
    (kind, bytes)
}

struct Items {
    inputs: Vec<Vec<u8>>,
    count: Vec<u8>,
    proof: Vec<u8>,
    key: Vec<u8>,
    tag: Vec<u8>,
}

/// Replaces one whole point of a key or proof; `slots` are offset and whether it is of G2.
fn replace_point(rng: &mut StdRng, bytes: &mut [u8], slots: &[(usize, bool)]) {
    let (at, second) = slots[rng.gen_range(0..slots.len())];
    let point = match (second, rng.gen_bool(0.3)) {
        (true, true) => compressed(&g2_outside(rng)),
        (true, false) => compressed(&g2(rng)),
        _ => compressed(&g1(rng)),
    };
    if bytes.len() >= at + point.len() {
        bytes[at..at + point.len()].copy_from_slice(&point);
    }
}

fn spoil_items(rng: &mut StdRng, items: &mut Items) {
    let n = items.inputs.len();
    match rng.gen_range(0..16) {
        0 => spoil(rng, &mut items.key),
        1 => spoil(rng, &mut items.proof),
        2 | 3 if n > 0 => {
            let i = rng.gen_range(0..n);
            spoil(rng, &mut items.inputs[i]);
        }
        4 if n > 0 => {
            let i = rng.gen_range(0..n);
            add_modulus(&mut items.inputs[i], &Fr::MODULUS.to_bytes_le());
        }
        5 if n > 0 => {
            items.inputs.pop();
            if rng.gen() {
                items.count = vec![(n - 1) as u8];
            }
        }
        6 => {
            items.inputs.push(compressed(&Fr::rand(rng)));
            if rng.gen() {
                items.count = vec![(n + 1) as u8];
            }
        }
        7 => {
            items.count = match rng.gen_range(0..7) {
                0 => vec![0x81],
                1 => vec![n as u8, 0],
                2 => vec![n as u8, 0, 0, 0, 0, 0, 0, 0],
                3 => vec![n as u8, 0, 0, 0, 0, 0, 0, 0, 0],
                4 => vec![0, 0, 0, 0, 1],
                5 => vec![0xff, 0xff, 0xff, 0x7f],
                _ => vec![],
            }
        }
        8 => {
            items.tag = match rng.gen_range(0..5) {
                0 => vec![],
                1 => vec![0x20, 0],
                2 => vec![0x22],
                3 => vec![0x1f],
                _ => vec![rng.gen::<u8>() | 0x80],
            }
        }
        9 => std::mem::swap(&mut items.key, &mut items.proof),
        10 => replace_point(rng, &mut items.proof, &[(0, false), (32, true), (96, false)]),
        11 | 12 => {
            let mut slots = vec![(0, false), (32, true), (96, true), (160, true)];
            slots.extend((0..=n).map(|i| (232 + 32 * i, false)));
            replace_point(rng, &mut items.key, &slots);
        }
        13 if items.key.len() > 232 => items.key[224 + rng.gen_range(0..8)] ^= 1 << rng.gen_range(0..8),
        14 if n > 1 => items.inputs.swap(0, n - 1),
        _ => {}
    }
}

pub fn script(rng: &mut StdRng, bases: &[Base]) -> (&'static str, Vec<u8>) {
    let chosen = &bases[rng.gen_range(0..bases.len())];
    let base = if rng.gen() { again(rng, chosen) } else { chosen.clone() };
    let mut items = Items {
        inputs: base.inputs.iter().map(compressed).collect(),
        count: if base.inputs.is_empty() { vec![] } else { vec![base.inputs.len() as u8] },
        proof: compressed(&base.proof),
        key: compressed(&base.key),
        tag: vec![0x20],
    };
    for _ in 0..rng.gen_range(0..3) {
        spoil_items(rng, &mut items);
    }
    let mut pushes: Vec<Vec<u8>> = items.inputs.into_iter().rev().collect();
    pushes.extend([items.count, items.proof, items.key, items.tag]);
    if rng.gen_bool(0.03) {
        let i = rng.gen_range(0..pushes.len());
        pushes.remove(i);
    }
    let mut builder = ScriptBuilder::with_flags(Default::default());
    for push in pushes {
        builder.add_data(&push).unwrap();
    }
    builder.add_op(OpZkPrecompile).unwrap();
    ("script", builder.drain())
}
