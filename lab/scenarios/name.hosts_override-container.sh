# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A forgotten line stands in the hosts file of the container alone.
expect_cause=name.hosts_override
expect_json="\"container_name\": \"web-1\""
from=d
rights=root
target=https://$NAME/
args=(--container web-1)
env=(PATH="$DIR/bin:/usr/sbin:/usr/bin:/sbin:/bin")
proof="getent ahostsv4 $NAME; ip netns exec $TAG-d getent ahostsv4 $NAME"
proof_match="$SNET.5 .*$S4 "
build() {
	net far
	site
	https leaf
	hosts "$SNET.5 $NAME"
	container web-1
}
