# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A plain web server on port 443.
expect_cause="tls.plaintext_peer input.wrong_scheme_or_port"
target=https://$NAME/
proof="curl -sS -m 6 $target; curl -sS http://$NAME:443/"
proof_match='curl: \(35\).*hello'
build() {
	net far
	site
	http 443
}
