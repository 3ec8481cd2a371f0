//! Chores of the house. `cargo xtask` lists them.

fn main() {
    eprintln!("cargo xtask serve | test | build | analyze | eval | tidy");
}
