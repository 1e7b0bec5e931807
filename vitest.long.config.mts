import { mergeConfig } from "vitest/config";
import usual from "./vitest.config.mts";

// Minutes, not seconds: promises about loss and damage, tried at length (docs/reliability.md).
const long = mergeConfig(usual, { test: { testTimeout: 900_000, hookTimeout: 900_000 } });
long.test.include = ["test/long/**/*.test.ts"];
long.test.exclude = [];

export default long;
