# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same in IPv6: [::].
expect_cause=input.unspecified_address
target="http://[::]:$PORT/"
proof="nc -nvz -w2 :: $PORT; curl -sS -g 'http://[$S6]:$PORT/'"
proof_match='refused.*hello'
build() {
	net far
	http "$PORT"
}
