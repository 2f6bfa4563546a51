# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Only inside of the namespace that --netns names a firewall drops the port.
expect_cause=local.firewall_drop
expect_json="\"netns\": \"$TAG-c\""
from=d
rights=root
target=http://$S4/
args=(--netns "$TAG-c")
proof="nc -vz -w2 $S4 80; ip netns exec $TAG-d nc -vz -w2 $S4 80"
proof_match='timed out.*succeeded'
build() {
	net far
	http
	rules c 'output tcp dport 80 drop'
}
