// SPDX-License-Identifier: GPL-3.0-or-later
//! zk-oracle SEED COUNT: makes COUNT cases and says what kaspa-txscript 2.1.0 and the arkworks crates it pins decide, one
//! a line: kind TAB hex TAB verdict. Kinds: "script" (a bare script with OpZkPrecompile; "OK units" or the error's
//! name), an encoding ("g1c", "g1u", "g2c", "g2u", "fr", "proof", "key"; "bad" or the uncompressed bytes of what was
//! read), "pair" (both points uncompressed; the value of the pairing).
//! zk-oracle table SEED: prints keys, proofs and inputs as JSON for the project's own table.
mod cases;
mod proofs;

use ark_bn254::{Bn254, Fr, G1Affine, G2Affine};
use ark_ec::pairing::Pairing;
use ark_groth16::{Proof, VerifyingKey};
use ark_serialize::{CanonicalDeserialize, CanonicalSerialize};
use ark_std::rand::{rngs::StdRng, Rng, SeedableRng};
use kaspa_consensus_core::hashing::sighash::SigHashReusedValuesUnsync;
use kaspa_consensus_core::tx::PopulatedTransaction;
use kaspa_txscript::caches::Cache;
use kaspa_txscript::TxScriptEngine;
use std::io::Write;

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub fn uncompressed<T: CanonicalSerialize>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    value.serialize_uncompressed(&mut out).unwrap();
    out
}

pub fn compressed<T: CanonicalSerialize>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    value.serialize_compressed(&mut out).unwrap();
    out
}

fn run(script: &[u8]) -> String {
    let cache = Cache::new(0);
    let reused = SigHashReusedValuesUnsync::new();
    let mut vm = TxScriptEngine::<PopulatedTransaction, SigHashReusedValuesUnsync>::from_script(
        script,
        &reused,
        &cache,
        Default::default(),
    );
    match vm.execute() {
        Ok(()) => format!("OK {}", u64::from(vm.used_script_units())),
        Err(e) => {
            let text = format!("{e:?}");
            text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_string()
        }
    }
}

/// Reads the whole of `bytes` as a T.
fn read<T: CanonicalDeserialize + CanonicalSerialize>(mut bytes: &[u8], compress: bool) -> String {
    let value = if compress { T::deserialize_compressed(&mut bytes) } else { T::deserialize_uncompressed(&mut bytes) };
    match value {
        Ok(value) if bytes.is_empty() => hex(&uncompressed(&value)),
        _ => "bad".to_string(),
    }
}

fn judge(kind: &str, bytes: &[u8]) -> String {
    match kind {
        "script" => run(bytes),
        "g1c" => read::<G1Affine>(bytes, true),
        "g1u" => read::<G1Affine>(bytes, false),
        "g2c" => read::<G2Affine>(bytes, true),
        "g2u" => read::<G2Affine>(bytes, false),
        "fr" => read::<Fr>(bytes, false),
        "proof" => read::<Proof<Bn254>>(bytes, true),
        "key" => read::<VerifyingKey<Bn254>>(bytes, true),
        "pair" => {
            let p = G1Affine::deserialize_uncompressed(&bytes[..64]).unwrap();
            let q = G2Affine::deserialize_uncompressed(&bytes[64..]).unwrap();
            hex(&uncompressed(&Bn254::pairing(p, q).0))
        }
        _ => unreachable!(),
    }
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    if words[0] == "table" {
        let mut rng = StdRng::seed_from_u64(words[1].parse().expect("a seed"));
        write!(out, "{}", proofs::table(&mut rng)).unwrap();
        return;
    }
    let seed: u64 = words[0].parse().expect("a seed");
    let count: usize = words[1].parse().expect("a count");
    let mut rng = StdRng::seed_from_u64(seed);
    let bases = proofs::bases(&mut rng);
    std::panic::set_hook(Box::new(|_| {}));
    for _ in 0..count {
        let (kind, bytes) = match rng.gen_range(0..20) {
            0 => cases::pair(&mut rng),
            1..=11 => cases::encoding(&mut rng, &bases),
            _ => cases::script(&mut rng, &bases),
        };
        let verdict = std::panic::catch_unwind(|| judge(kind, &bytes)).unwrap_or_else(|_| "PANIC".to_string());
        writeln!(out, "{kind}\t{}\t{verdict}", hex(&bytes)).unwrap();
    }
}
