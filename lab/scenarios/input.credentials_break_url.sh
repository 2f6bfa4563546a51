# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An @ in the password: what follows it looks like the host.
expect_cause=input.credentials_break_url
target="postgres://app:pa@ss/word@$NAME:5432/orders"
proof="curl -sS 'http://app:pa@ss/word@$NAME:5432/'"
proof_match='Could not resolve host: ss'
build() {
	net far
	dns
	tcp 5432 silent
}
