# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server hangs up without ending TLS properly.
expect_status=ok
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net near
	site key=rsa:2048
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key" then=abrupt max=1.2
}
