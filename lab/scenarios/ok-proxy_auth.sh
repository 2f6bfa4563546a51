# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A proxy with the right credentials.
expect_status=ok
target=http://$NAME/
env=(http_proxy=http://user:secret@$S4:3128)
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	proxy "resolve=$NAME:$S4" auth=user:secret
}
