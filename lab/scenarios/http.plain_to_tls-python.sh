# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Plain HTTP to a program that closes after its alert.
expect_cause="http.plain_to_tls input.wrong_scheme_or_port"
target=http://$S4:443/
proof="curl -sSi -m 6 '$target'; curl -sSk -m 6 'https://$S4/'"
proof_match='curl: \((52|56|1)\).*hello'
build() {
	net near
	cert leaf
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key"
}
