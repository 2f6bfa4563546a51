# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Through a SOCKS proxy that looks the name up.
expect_status=ok
env=(all_proxy=socks5h://$S4:3128)
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	ca
	cert leaf issuer=ca
	https leaf
	proxy "resolve=$NAME:$S4"
}
