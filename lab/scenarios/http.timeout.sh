# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server never answers the request.
expect_cause=http.timeout
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(28\)'
build() {
	net far
	dns
	tcp 80 silent
}
