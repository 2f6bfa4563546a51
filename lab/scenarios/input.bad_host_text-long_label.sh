# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A label of 64 letters: DNS allows 63.
long=$(printf 'a%.0s' {1..64})
expect_cause=input.bad_host_text
target="http://$long.$DOMAIN/"
proof="dig $long.$DOMAIN 2>&1; getent hosts $long.$DOMAIN; echo rc=\$?"
proof_match='label too long.*rc=2'
build() {
	net far
	dns
}
