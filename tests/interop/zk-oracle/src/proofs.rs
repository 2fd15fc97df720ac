// SPDX-License-Identifier: GPL-3.0-or-later
//! Random small circuits, their keys and proofs.
use crate::{compressed, hex};
use ark_bn254::{Bn254, Fr, G1Affine, G2Affine};
use ark_ff::{PrimeField, UniformRand};
use ark_groth16::{Groth16, Proof, VerifyingKey};
use ark_relations::{
    gr1cs::{ConstraintSynthesizer, ConstraintSystemRef, SynthesisError, Variable},
    lc,
};
use ark_snark::SNARK;
use ark_std::rand::{rngs::StdRng, Rng};

/// Public inputs p_i = w_i * w_(i+1), and a chain of squares that grows the circuit.
#[derive(Clone)]
struct Products {
    witness: Vec<Fr>,
    squares: usize,
}

impl ConstraintSynthesizer<Fr> for Products {
    fn generate_constraints(self, cs: ConstraintSystemRef<Fr>) -> Result<(), SynthesisError> {
        let variables = self
            .witness
            .iter()
            .map(|w| cs.new_witness_variable(|| Ok(*w)))
            .collect::<Result<Vec<Variable>, _>>()?;
        for i in 0..self.witness.len() - 1 {
            let product = self.witness[i] * self.witness[i + 1];
            let public = cs.new_input_variable(|| Ok(product))?;
            let (a, b) = (variables[i], variables[i + 1]);
            cs.enforce_r1cs_constraint(|| lc!() + a, || lc!() + b, || lc!() + public)?;
        }
        let (mut value, mut last) = (self.witness[0], variables[0]);
        for _ in 0..self.squares {
            value *= value;
            let square = cs.new_witness_variable(|| Ok(value))?;
            cs.enforce_r1cs_constraint(|| lc!() + last, || lc!() + last, || lc!() + square)?;
            last = square;
        }
        Ok(())
    }
}

#[derive(Clone)]
pub struct Base {
    pub key: VerifyingKey<Bn254>,
    pub proof: Proof<Bn254>,
    pub inputs: Vec<Fr>,
}

fn base(rng: &mut StdRng, inputs: usize, small: bool) -> Base {
    let mut witness: Vec<Fr> = (0..inputs + 1).map(|_| Fr::rand(rng)).collect();
    if small {
        witness = (0..inputs + 1).map(|_| Fr::from(rng.gen_range(0u64..3))).collect();
    }
    let circuit = Products { witness, squares: rng.gen_range(1..6) };
    let key = Groth16::<Bn254>::generate_random_parameters_with_reduction(circuit.clone(), rng).unwrap();
    let proof = Groth16::<Bn254>::prove(&key, circuit.clone(), rng).unwrap();
    let inputs = (0..inputs).map(|i| circuit.witness[i] * circuit.witness[i + 1]).collect();
    Base { key: key.vk, proof, inputs }
}

pub fn bases(rng: &mut StdRng) -> Vec<Base> {
    let mut out: Vec<Base> = (0..9).map(|inputs| base(rng, inputs, false)).collect();
    out.push(base(rng, 3, true));
    // A key of identities accepts the proof of identities.
    let (o1, o2) = (G1Affine::identity(), G2Affine::identity());
    out.push(Base {
        key: VerifyingKey { alpha_g1: o1, beta_g2: o2, gamma_g2: o2, delta_g2: o2, gamma_abc_g1: vec![o1; 3] },
        proof: Proof { a: o1, b: o2, c: o1 },
        inputs: vec![Fr::rand(rng), Fr::from(0u64)],
    });
    out
}

/// The same statement, proven again.
pub fn again(rng: &mut StdRng, base: &Base) -> Base {
    let proof = Groth16::<Bn254>::rerandomize_proof(&base.key, &base.proof, rng);
    Base { proof, ..base.clone() }
}

pub fn table(rng: &mut StdRng) -> String {
    let rows: Vec<String> = [0, 1, 4]
        .into_iter()
        .map(|n| {
            let b = base(rng, n, false);
            let inputs: Vec<String> =
                b.inputs.iter().map(|i| format!("{{\"bytes\": \"{}\", \"decimal\": \"{}\"}}", hex(&compressed(i)), i.into_bigint())).collect();
            format!(
                "  {{\"key\": \"{}\",\n   \"proof\": \"{}\",\n   \"uncompressed\": \"{}\",\n   \"inputs\": [{}]}}",
                hex(&compressed(&b.key)),
                hex(&compressed(&b.proof)),
                hex(&crate::uncompressed(&b.proof)),
                inputs.join(",\n              ")
            )
        })
        .collect();
    format!("[\n{}\n]\n", rows.join(",\n"))
}
