/** The recorded sentences, brought onto this device for use without a network. */

import { useEffect, useState } from "preact/hooks";
import { allHere, fetchAll, packOf, type Pack } from "../guide/clips.js";
import { settings } from "../settings.js";
import { t } from "../words/index.js";

export function Clips() {
  const { language } = settings.value;
  const [pack, setPack] = useState<Pack | null>(null);
  const [here, setHere] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    void packOf(language).then(async (found) => {
      setPack(found);
      setHere(found !== null && (await allHere(found).catch(() => false)));
    });
  }, [language]);
  const get = async () => {
    setPercent(0);
    await fetchAll(pack!, (done) => setPercent(Math.round(100 * done))).catch(() => undefined);
    setHere(await allHere(pack!));
    setPercent(null);
  };
  const size = pack === null ? "" : `${Math.round(pack.size / 1e6)} MB`;
  return (
    <div class="stack tight">
      <h3>{t("settings_clips")}</h3>
      {pack === null && <p class="small soft">{t("settings_clips_none")}</p>}
      {pack !== null && here && <p class="small soft">{t("settings_clips_have")}</p>}
      {pack !== null && !here && percent === null && (
        <button type="button" class="button" onClick={() => void get()}>
          {t("settings_clips_get", { size })}
        </button>
      )}
      {percent !== null && <p role="status">{t("settings_clips_progress", { percent })}</p>}
    </div>
  );
}
