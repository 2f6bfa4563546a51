# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The port speaks TLS only and hangs up.
expect_cause="http.plain_to_tls input.wrong_scheme_or_port"
target=http://$NAME:8443/
proof="curl -sSi -m 6 $target"
proof_match='curl: \((52|56|1)\)'
build() {
	net far
	site
	bg s 8443 openssl s_server -accept 8443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -quiet
}
