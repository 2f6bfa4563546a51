# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answer comes in records of one byte.
expect_status=ok
target=https://$NAME:8443/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	bg s 8443 $PYTHON "$SERVERS/tls.py" 8443 "$DIR/leaf.crt" "$DIR/leaf.key" record=1
}
