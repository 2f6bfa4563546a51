# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A mail server over TLS that speaks first, as tls://.
expect_status=ok
target=tls://$NAME:465
proof="timeout 2 openssl s_client -quiet -connect $NAME:465"
proof_match='220 mx'
build() {
	net far
	site
	bg s 465 $PYTHON "$SERVERS/tls.py" 465 "$DIR/leaf.crt" "$DIR/leaf.key" 'then=greet=220 mx.example ESMTP'
}
