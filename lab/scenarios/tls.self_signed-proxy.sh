# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The https:// proxy made its certificate itself; plain HTTP is asked for.
expect_cause=tls.self_signed
target=http://$NAME/
env=(http_proxy=https://$S4:3129)
proof="curl -sS -m 6 $target"
proof_match='self-signed certificate'
build() {
	net one
	dns
	ca
	cert box san="IP:$S4"
	http
	proxy "resolve=$NAME:$S4"
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
