# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The last router resets the connection when the request passes, and the first one says nothing of TTLs.
# shellcheck source=lab/cut.sh
. "$LAB/cut.sh"
expect_cause=path.reset
build() {
	cut_at r2 FORWARD
	rules r1 'output icmp type time-exceeded drop'
}
