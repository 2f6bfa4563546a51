# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Through a proxy the site speaks TLS 1.1 at most.
expect_cause=tls.version
target=https://$NAME/
env=(https_proxy=http://$S4:3128)
proof="curl -sS -m 6 $target"
proof_match='unsupported protocol|legacy sigalg|alert protocol version|wrong version'
build() {
	net one
	dns
	ca
	cert leaf issuer=ca
	bg s 443 openssl s_server -quiet -accept 443 -cert "$DIR/leaf.crt" -key "$DIR/leaf.key" -tls1_1 -cipher ALL:@SECLEVEL=0
	proxy "resolve=$NAME:$S4"
}
