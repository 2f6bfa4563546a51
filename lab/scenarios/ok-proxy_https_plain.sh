# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Plain HTTP through an https:// proxy that wants a password.
expect_status=ok
target=http://$NAME/
env=(http_proxy=https://me:s3cret@$S4:3129)
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net one
	dns
	ca
	cert box issuer=ca san="IP:$S4"
	http
	proxy "resolve=$NAME:$S4" auth=me:s3cret
	front 3129 "ssl crt $DIR/box.pem" 'mode tcp' 'server p 127.0.0.1:3128'
}
