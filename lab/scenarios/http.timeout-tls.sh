# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The same behind TLS: the application hangs.
expect_cause=http.timeout
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(28\)'
build() {
	net far
	site
	tcp 9000 silent
	https leaf 443 'proxy_pass http://127.0.0.1:9000; proxy_read_timeout 60s;'
}
