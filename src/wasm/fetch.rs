//! Loading inside the worker: a gzip-compressed asset over `fetch`, with progress, decompressed by
//! the platform.
//!
//! In: a URL and a callback. Out: the decompressed bytes handed to the analyzer.

use super::thrown;
use crate::Error;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Performance, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response, WritableStream,
};

#[wasm_bindgen]
extern "C" {
    /// `fetch` of whatever global this runs in: worker, window or Node.
    #[wasm_bindgen(js_name = fetch, catch)]
    async fn global_fetch(url: &str) -> Result<JsValue, JsValue>;

    /// web-sys has this one behind an unstable flag only.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// Fetches and decompresses the dictionary at `url`; `progress(loadedBytes, totalBytes | undefined)`
/// is called as compressed bytes arrive. `begun` is the promise of a `fetch` that was started before this module was
/// compiled. Resolves to the bytes for `setDictionary`.
///
/// # Errors
/// `dictionary-unreachable` (network, status) or `dictionary-corrupt` (not gzip).
#[wasm_bindgen(js_name = fetchDictionary, unchecked_return_type = "Uint8Array")]
pub async fn fetch_dictionary(
    url: String,
    progress: Option<Function>,
    #[wasm_bindgen(unchecked_optional_param_type = "Promise<Response>")] begun: Option<Promise>,
) -> Result<JsValue, JsValue> {
    let start = clock();
    let unreachable = |why: &JsValue| thrown(&Error::new("dictionary-unreachable", format!("{url}: {}", words(why))));
    let corrupt = |why: JsValue| thrown(&Error::new("dictionary-corrupt", words(&why)));
    let answer = match begun {
        Some(begun) => JsFuture::from(begun).await,
        None => global_fetch(&url).await,
    };
    let response: Response = answer.map_err(|e| unreachable(&e))?.unchecked_into();
    if !response.ok() {
        return Err(unreachable(&format!("HTTP status {}", response.status()).into()));
    }
    let total = response.headers().get("content-length").ok().flatten().and_then(|v| v.parse::<u32>().ok());
    let body = response.body().ok_or_else(|| unreachable(&"no body".into()))?;
    let compressed = read(&body, |loaded| {
        if let Some(progress) = &progress {
            // A callback that throws must not end the loading.
            let _ = progress.call2(&JsValue::NULL, &loaded.into(), &total.into());
        }
    })
    .await
    .map_err(|e| unreachable(&e))?;
    let bytes = decompress(&compressed).await.map_err(corrupt)?;
    // A whole number: what writes one with a fraction weighs 14 kB.
    #[allow(clippy::cast_sign_loss)]
    let took = (clock() - start).round() as u32;
    web_sys::console::debug_1(&format!("gangmu: dictionary {} kB, {took} ms", compressed.byte_length() / 1000).into());
    Ok(bytes.into())
}

/// Decompresses a dictionary or reference the caller has fetched already.
///
/// # Errors
/// `dictionary-corrupt` (damaged gzip).
#[wasm_bindgen(unchecked_return_type = "Uint8Array")]
pub async fn unpack(bytes: Uint8Array) -> Result<JsValue, JsValue> {
    let plain = decompress(&bytes).await.map_err(|why| thrown(&Error::new("dictionary-corrupt", words(&why))))?;
    Ok(plain.into())
}

/// Milliseconds by the clock of whatever global this runs in; 0 where there is none.
fn clock() -> f64 {
    let clock = Reflect::get(&js_sys::global(), &"performance".into());
    clock.ok().and_then(|clock| clock.dyn_into::<Performance>().ok()).map_or(0.0, |clock| clock.now())
}

/// Bytes as they are when not gzip (a server may already have decompressed them), else decompressed.
async fn decompress(bytes: &Uint8Array) -> Result<Uint8Array, JsValue> {
    if bytes.get_index(0) != 0x1F || bytes.get_index(1) != 0x8B {
        return Ok(bytes.clone());
    }
    let source: ReadableStream = Response::new_with_opt_js_u8_array(Some(bytes))?.body().ok_or("no body")?;
    let gunzip = DecompressionStream::new("gzip")?;
    let pair = ReadableWritablePair::new(&gunzip.readable(), &gunzip.writable());
    // The platform puts the pieces together itself: no way through here for each of them.
    let plain = Response::new_with_opt_readable_stream(Some(&source.pipe_through(&pair)))?;
    Ok(Uint8Array::new(&JsFuture::from(plain.array_buffer()?).await?))
}

/// Reads a stream of byte chunks to its end.
async fn read(stream: &ReadableStream, mut on_bytes: impl FnMut(f64)) -> Result<Uint8Array, JsValue> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut chunks: Vec<Uint8Array> = Vec::new();
    let mut size = 0_u32;
    loop {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            break;
        }
        let chunk: Uint8Array = Reflect::get(&step, &"value".into())?.unchecked_into();
        size += chunk.byte_length();
        chunks.push(chunk);
        on_bytes(f64::from(size));
    }
    let whole = Uint8Array::new_with_length(size);
    let mut at = 0;
    for chunk in &chunks {
        whole.set(chunk, at);
        at += chunk.byte_length();
    }
    Ok(whole)
}

fn words(value: &JsValue) -> String {
    value
        .dyn_ref::<js_sys::Error>()
        .map(|e| String::from(e.message()))
        .or_else(|| value.as_string())
        .unwrap_or_else(|| "unknown failure".into())
}
