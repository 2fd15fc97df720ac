// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads one case a line on stdin: hex of encodePopulated() (core/kaspa/transaction_codec.h) and the input index as four
//! little-endian bytes. Answers with one line: "OK <script units> <signature ops>" or the name of kaspa-txscript's error,
//! then the static counts of the input's scripts.
use kaspa_consensus_core::hashing::sighash::SigHashReusedValuesUnsync;
use kaspa_consensus_core::mass::{ComputeBudget, SigopCount};
use kaspa_consensus_core::subnets::SubnetworkId;
use kaspa_consensus_core::tx::{
    ComputeCommit, CovenantBinding, PopulatedTransaction, ScriptPublicKey, Transaction, TransactionInput, TransactionOutpoint,
    TransactionOutput, UtxoEntry,
};
use kaspa_hashes::Hash;
use kaspa_txscript::caches::Cache;
use kaspa_txscript::covenants::CovenantsContext;
use kaspa_txscript::{get_sig_op_count_upper_bound, p2sh_sig_scanner, EngineCtx, TxScriptEngine};
use std::io::{BufRead, Write};

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

fn run(case: &[u8]) -> String {
    let mut r = Reader(case);
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
    let populated = PopulatedTransaction::new(&tx, entries);
    let input = &tx.inputs[index];
    let entry = &populated.entries[index];
    let scanned = p2sh_sig_scanner(&input.signature_script, &entry.script_public_key);
    let bound = std::panic::catch_unwind(|| {
        get_sig_op_count_upper_bound::<PopulatedTransaction, SigHashReusedValuesUnsync>(&input.signature_script, &entry.script_public_key)
    })
    .map_or("?".to_string(), |n| n.to_string());

    let context = match CovenantsContext::from_tx(&populated) {
        Ok(context) => context,
        Err(_) => return "BINDINGS".to_string(),
    };
    let cache = Cache::new(0);
    let reused = SigHashReusedValuesUnsync::new();
    let mut vm = TxScriptEngine::from_transaction_input_with_script_units_limit(
        &populated,
        input,
        index,
        entry,
        EngineCtx::new(&cache).with_reused(&reused).with_covenants_ctx(&context),
        Default::default(),
        input.compute_commit.allowed_script_units(),
    );
    let outcome = match vm.execute() {
        Ok(()) => format!("OK {} {}", u64::from(vm.used_script_units()), vm.used_sig_ops()),
        Err(e) => {
            let text = format!("{e:?}");
            text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_string()
        }
    };
    format!("{outcome} | {scanned} {bound}")
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let case: Vec<u8> =
            (0..line.len() / 2).map(|i| u8::from_str_radix(&line[2 * i..2 * i + 2], 16).expect("hex")).collect();
        let answer = std::panic::catch_unwind(|| run(&case)).unwrap_or_else(|_| "PANIC".to_string());
        writeln!(out, "{answer}").expect("stdout");
    }
}
