declare module "unknot.wasm?url" {
  const url: string;
  export default url;
}
