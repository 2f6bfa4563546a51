# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One request a second is allowed.
expect_status=ok
target=http://$S4/
proof="curl -sS -m 8 $target"
proof_match='hello'
build() {
	net near
	nginx s 80 "listen 80; location / { limit_req zone=z; try_files /nope @hello; } location @hello { return 200 'hello\n'; }" "limit_req_zone \$binary_remote_addr zone=z:1m rate=1r/s;"
}
