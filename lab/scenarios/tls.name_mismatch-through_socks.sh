# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The wrong certificate behind a SOCKS proxy.
expect_cause=tls.name_mismatch
env=(ALL_PROXY=socks5h://$D4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='no alternative certificate subject name matches'
build() {
	net one
	site "san=DNS:$OTHER"
	https leaf
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128
}
