// SPDX-License-Identifier: GPL-3.0-or-later
//! kaspa-txscript 2.1.0 and kaspa-consensus-core 2.1.0 as judges. Reads one case a line on stdin: hex of encodePopulated()
//! (core/kaspa/transaction_codec.h) and the input index as four little-endian bytes, then " c" if chain blocks can be read
//! (see Chain). Answers with one line: "OK <script units> <signature ops>" or the name of kaspa-txscript's error, the static
//! counts of the input's scripts, the class of its script public key, the three masses, the transaction's id and one figure
//! for all of the input's signature hashes.
//! "script-oracle time ROUNDS" reads all cases first and prints how long the verification of them took.
use kaspa_consensus_core::config::params::MAINNET_PARAMS;
use kaspa_consensus_core::hashing::sighash::{calc_ecdsa_signature_hash, calc_schnorr_signature_hash, SigHashReusedValuesUnsync};
use kaspa_consensus_core::hashing::sighash_type::SigHashType;
use kaspa_consensus_core::mass::{ComputeBudget, MassCalculator, SigopCount};
use kaspa_consensus_core::subnets::SubnetworkId;
use kaspa_consensus_core::tx::{
    ComputeCommit, CovenantBinding, PopulatedTransaction, ScriptPublicKey, Transaction, TransactionInput, TransactionOutpoint,
    TransactionOutput, UtxoEntry,
};
use kaspa_hashes::{Hash, HasherBase, TransactionHash};
use kaspa_txscript::caches::Cache;
use kaspa_txscript::covenants::CovenantsContext;
use kaspa_txscript::script_class::ScriptClass;
use kaspa_txscript::{get_sig_op_count_upper_bound, p2sh_sig_scanner, EngineCtx, SeqCommitAccessor, TxScriptEngine};
use std::io::{BufRead, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::time::Instant;

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn raw(&mut self, n: usize) -> Vec<u8> {
        let (a, b) = self.0.split_at(n);
        self.0 = b;
        a.to_vec()
    }
    fn le(&mut self, n: usize) -> u64 {
        self.raw(n).iter().rev().fold(0, |v, b| v << 8 | *b as u64)
    }
    fn bytes(&mut self) -> Vec<u8> {
        let n = self.le(4) as usize;
        self.raw(n)
    }
    fn hash(&mut self) -> Hash {
        Hash::from_bytes(self.raw(32).try_into().unwrap())
    }
    fn spk(&mut self) -> ScriptPublicKey {
        let version = self.le(2) as u16;
        ScriptPublicKey::from_vec(version, self.bytes())
    }
}

/// The chain that both sides of a comparison see: the last two bits of a block's first byte decide.
struct Chain;

impl SeqCommitAccessor for Chain {
    fn is_chain_ancestor_from_pov(&self, block: Hash) -> Option<bool> {
        match block.as_bytes()[0] & 3 {
            0 => None,
            1 => Some(false),
            _ => Some(true),
        }
    }
    fn seq_commitment_within_depth(&self, block: Hash) -> Option<Hash> {
        (block.as_bytes()[0] & 3 == 3).then(|| Hash::from_bytes(block.as_bytes().map(|b| !b)))
    }
}

struct Case {
    tx: Transaction,
    entries: Vec<UtxoEntry>,
    index: usize,
    chain: bool,
}

fn read(line: &str) -> Case {
    let (hex, chain) = match line.strip_suffix(" c") {
        Some(hex) => (hex, true),
        None => (line, false),
    };
    let case: Vec<u8> = (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hex")).collect();
    let mut r = Reader(&case);
    assert_eq!(r.le(1), 1, "format");
    let version = r.le(2) as u16;
    let inputs = (0..r.le(4))
        .map(|_| {
            let id = r.hash();
            let index = r.le(4) as u32;
            let signature_script = r.bytes();
            let sequence = r.le(8);
            let sig_ops = r.le(1) as u8;
            let budget = r.le(2) as u16;
            let compute_commit =
                if version >= 1 { ComputeCommit::from(ComputeBudget(budget)) } else { ComputeCommit::from(SigopCount(sig_ops)) };
            TransactionInput { previous_outpoint: TransactionOutpoint::new(id, index), signature_script, sequence, compute_commit }
        })
        .collect::<Vec<_>>();
    let outputs = (0..r.le(4))
        .map(|_| {
            let value = r.le(8);
            let spk = r.spk();
            let covenant = (r.le(1) == 1).then(|| {
                let authorizing = r.le(2) as u16;
                CovenantBinding::new(authorizing, r.hash())
            });
            TransactionOutput::with_covenant(value, spk, covenant)
        })
        .collect::<Vec<_>>();
    let lock_time = r.le(8);
    let subnetwork = SubnetworkId::from_bytes(r.raw(20).try_into().unwrap());
    let gas = r.le(8);
    let payload = r.bytes();
    let _storage_mass = r.le(8);
    let entries = (0..r.le(4))
        .map(|_| {
            let amount = r.le(8);
            let spk = r.spk();
            let daa = r.le(8);
            let coinbase = r.le(1) == 1;
            let covenant = (r.le(1) == 1).then(|| r.hash());
            UtxoEntry::new(amount, spk, daa, coinbase, covenant)
        })
        .collect::<Vec<_>>();
    let index = r.le(4) as usize;

    let tx = Transaction::new(version, inputs, outputs, lock_time, subnetwork, gas, payload);
    Case { tx, entries, index, chain }
}

fn masses(populated: &PopulatedTransaction) -> String {
    let calculator = MassCalculator::new_with_consensus_params(&MAINNET_PARAMS);
    let known = calculator.calc_non_contextual_masses(populated.tx);
    let storage = catch_unwind(AssertUnwindSafe(|| calculator.calc_contextual_masses(populated))).ok().flatten();
    format!("{} {} {}", known.compute_mass, known.transient_mass, storage.map_or("-".to_string(), |m| m.storage_mass.to_string()))
}

fn sighashes(populated: &PopulatedTransaction, index: usize) -> Hash {
    let reused = SigHashReusedValuesUnsync::new();
    let mut all = TransactionHash::new();
    for byte in [0x01, 0x02, 0x04, 0x81, 0x82, 0x84] {
        let kind = SigHashType::from_u8(byte).expect("a known type");
        all.update(calc_schnorr_signature_hash(populated, index, kind, &reused).as_bytes());
        all.update(calc_ecdsa_signature_hash(populated, index, kind, &reused).as_bytes());
    }
    all.finalize()
}

/// "OK <script units> <signature ops>" or the name of the error.
fn verdict(populated: &PopulatedTransaction, index: usize, chain: bool) -> String {
    let context = match CovenantsContext::from_tx(populated) {
        Ok(context) => context,
        Err(_) => return "BINDINGS".to_string(),
    };
    let cache = Cache::new(0);
    let reused = SigHashReusedValuesUnsync::new();
    let input = &populated.tx.inputs[index];
    let accessor: Option<&dyn SeqCommitAccessor> = if chain { Some(&Chain) } else { None };
    let mut vm = TxScriptEngine::from_transaction_input_with_script_units_limit(
        populated,
        input,
        index,
        &populated.entries[index],
        EngineCtx::new(&cache).with_reused(&reused).with_covenants_ctx(&context).with_seq_commit_accessor_opt(accessor),
        Default::default(),
        input.compute_commit.allowed_script_units(),
    );
    match vm.execute() {
        Ok(()) => format!("OK {} {}", u64::from(vm.used_script_units()), vm.used_sig_ops()),
        Err(e) => {
            let text = format!("{e:?}");
            text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_string()
        }
    }
}

fn answer(line: &str) -> String {
    let case = read(line);
    let populated = PopulatedTransaction::new(&case.tx, case.entries);
    let input = &case.tx.inputs[case.index];
    let spk = &populated.entries[case.index].script_public_key;
    let scanned = p2sh_sig_scanner(&input.signature_script, spk);
    // The reference's static count asserts on a multisig after Op16.
    let bound = catch_unwind(|| get_sig_op_count_upper_bound::<PopulatedTransaction, SigHashReusedValuesUnsync>(&input.signature_script, spk))
        .map_or("?".to_string(), |n| n.to_string());
    format!(
        "{} | {scanned} {bound} | {} {} {} {}",
        verdict(&populated, case.index, case.chain),
        ScriptClass::from_script(spk),
        masses(&populated),
        case.tx.id(),
        sighashes(&populated, case.index)
    )
}

/// Median seconds of `rounds` verifications of all cases, after one that is not counted.
fn time(rounds: usize) {
    let cases: Vec<Case> = std::io::stdin().lock().lines().map(|line| read(&line.expect("a line"))).collect();
    let populated: Vec<_> = cases.iter().map(|c| PopulatedTransaction::new(&c.tx, c.entries.clone())).collect();
    let mut taken = Vec::new();
    for _ in 0..=rounds {
        let start = Instant::now();
        for (tx, case) in populated.iter().zip(&cases) {
            assert!(verdict(tx, case.index, case.chain).starts_with("OK"), "a case is refused");
        }
        taken.push(start.elapsed().as_secs_f64());
    }
    taken.remove(0);
    taken.sort_by(f64::total_cmp);
    println!("{} cases {:.2} us", cases.len(), taken[taken.len() / 2] * 1e6 / cases.len() as f64);
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let args: Vec<String> = std::env::args().collect();
    if let [_, what, rounds] = args.as_slice() {
        assert_eq!(what, "time");
        return time(rounds.parse().expect("how many rounds"));
    }
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let said = catch_unwind(|| answer(&line)).unwrap_or_else(|_| "PANIC".to_string());
        writeln!(out, "{said}").expect("stdout");
    }
}
