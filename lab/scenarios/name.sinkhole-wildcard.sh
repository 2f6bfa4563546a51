# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The resolver has one address for whatever does not exist, and nothing listens there.
expect_cause=name.sinkhole
target=https://$NAME/
proof="dig +short $NAME; dig +short surely-not-$PORT.$DOMAIN; dig +short no.$OTHER.invalid"
proof_match="^$SNET.66\n$SNET.66\n$SNET.66"
build() {
	net far 4
	dns_py "*=$SNET.66"
	ip -n "$(ns s)" addr add "$SNET.66/24" dev eth0
}
