//! The contract for validators: a JSON Schema out of the Rust types.
//!
//! In: the types of the report. Out: JSON Schema 2020-12, published beside the page and in the package. Only with the
//! feature `schema`: the wasm does not carry it.

use super::{Report, SCHEMA};
use schemars::generate::SchemaSettings;

/// JSON Schema of a [`Report`] as it is serialized: every field is there, what is missing is `null`.
pub fn schema() -> schemars::Schema {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>();
    schema.insert("title".into(), SCHEMA.into());
    if let Some(name) = schema.pointer_mut("/properties/schema").and_then(|value| value.as_object_mut()) {
        name.insert("const".into(), SCHEMA.into());
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_described_and_required() {
        let schema = schema().to_value();
        let at = |path: &str| schema.pointer(path).cloned().unwrap_or_default();
        assert_eq!(at("/properties/schema/const"), SCHEMA);
        assert_eq!(at("/$defs/NodeView/properties/parent/type"), serde_json::json!(["integer", "null"]));
        assert!(at("/$defs/NodeView/required").as_array().is_some_and(|r| r.contains(&"parent".into())));
        assert!(at("/$defs/TermView/properties/perTenThousand/description").is_string());
    }
}
