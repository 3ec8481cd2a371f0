#!/usr/bin/env node
// The command; everything it does is in lib/cli.js.
import '../lib/cli.js';
