/* SPDX-License-Identifier: Apache-2.0 */
/* Other ways to an address that nobody answers for on this host's own link: through another
 * interface, or (with CAP_NET_RAW) by handing a SYN to the link's default gateway; and whether the
 * link has machines near that address at all. A dead machine and a prefix that is wrong here look
 * the same without them. */
#pragma once
#include "engine/probe.h"
#include "sys/arp.h"
#include "sys/route.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether the route is one that may swallow what is not there: on link, or into a tunnel. */
bool other_way_wanted(const struct sys_route *route);

/* Whether the interface has one other end only, and no neighbours (IFF_POINTOPOINT). */
bool other_way_is_tunnel(uint32_t ifindex);

/* Looks for them, and writes what came back to link_answers. Takes up to 0.7 s where nothing
 * answers. 0, or -ECANCELED and the like. Called from a fiber. */
int other_way_look(const struct probe_run *r, const struct sys_route *route,
                   struct ev_link_answers *ev);

/* Hands a SYN for the contact's port to that machine of the link, from a port that is nobody's. The
 * packet socket on which an answer comes (sys_syn_answer()), the caller's, or negative errno. */
int other_way_hand_syn(const struct probe_run *r, const struct sys_link_end *to,
                       const struct addr *source, struct sys_syn *ret);
