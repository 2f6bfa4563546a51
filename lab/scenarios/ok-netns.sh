# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The firewall is where naze was started, not in the namespace that --netns names.
expect_status=ok
from=d
rights=root
target=https://$NAME/
args=(--netns "$TAG-c")
proof="curl -sS $target; ip netns exec $TAG-d nc -vz -w2 $S4 443"
proof_match='hello.*timed out'
build() {
	net far
	site
	https leaf
	rules d 'output tcp dport 443 drop'
}
