# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host's clock is 400 days ahead: to it, a good certificate has expired.
expect_cause=local.clock_wrong
target=https://$NAME/
proof="curl -sS $target; curl -sSkI $target | grep -i ^date; date -u"
proof_match='has expired.*[Dd]ate: '
build() {
	net far
	dns
	ca ca from='3000 days ago'
	cert leaf issuer=ca from='420 days ago' to='-330 days'
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key" date=-34560000
}
