#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| clearleaf_hostile::targets::bytes(data));
