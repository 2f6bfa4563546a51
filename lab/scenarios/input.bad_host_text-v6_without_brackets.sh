# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An IPv6 address without brackets in a URL.
expect_cause=input.bad_host_text
target="http://$S6/"
proof="curl -sS '$target'; curl -sS -g 'http://[$S6]/'"
proof_match='curl: \((3|6)\).*hello'
build() {
	net far
	http
}
