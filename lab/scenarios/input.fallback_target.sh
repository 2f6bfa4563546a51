# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A program's built-in default, because its setting was not read.
expect_cause="input.fallback_target port.refused"
target=http://127.0.0.1:80/
proof="curl -sS $target"
proof_match='curl: \(7\)'
build() {
	net far
}
