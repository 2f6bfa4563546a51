# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A head that is larger than what naze keeps of one; the status at its top is what counts.
expect_status=ok
target=http://$NAME/
proof="curl -sSi -m 6 $target | wc -c"
proof_match='[0-9]{6}'
build() {
	net far
	dns
	tcp 80 large_head 800
}
