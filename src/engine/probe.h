/* SPDX-License-Identifier: Apache-2.0 */
/* What a probe is and what it may do. A probe observes one thing, writes what it saw into the
 * evidence, and decides nothing: that is the judge's. It runs as a fiber (loop/loop.h), so its code
 * is straight; a cancelled probe leaves through its next wait.
 *
 * A new probe is one file with one symbol, probe_<name>, and a line in probe/probes.def. */
#pragma once
#include "base/cleanup.h"
#include "evidence/fields.h"
#include "evidence/predicates.h"
#include "evidence/read.h"
#include "evidence/store.h"
#include "loop/loop.h"
#include "stream/stream.h"
#include "stream/tls.h"
#include "sys/net.h"
#include "sys/route.h"
#include "target/options.h"
#include "target/proxy.h"

struct engine;

/* One address of a run, as the engine sees it: its evidence and what is open to it. */
struct contact {
	struct attempt *a;
	uint32_t scope;        /* interface index of a link-local address, else 0 */
	usec_t began;          /* when the connection was begun, 0: not yet */
	bool overdue;          /* no answer although one could have been there: explain it */
	bool sibling_answered; /* something of that host answered */
	usec_t rtt;            /* the shortest answer of that host so far, 0: none */
	struct stream *stream; /* connected; the run's */
	usec_t waiting_since;  /* an answer on the stream is waited for, 0: none */
	usec_t spoke_since;    /* the conversation in the protocol began, 0: not yet */
	bool talked;           /* the protocol has been spoken on it, to its end */
	char *page;            /* how the body of an HTTP answer began, as it came; the run's */
};

/* One run: the main one, or one that another needed (a proxy, a redirect's target). */
struct run {
	struct engine *engine;
	struct loop *loop;
	struct store *store;
	struct evidence *e;
	const struct run_options *options;
	struct run *parent;
	struct proxy_choice proxy; /* used: the run goes through it */
	struct stream
		*proxy_stream; /* to it, while the way through is being opened; not the run's */
	struct addr looked_up; /* the target's, looked up here for a proxy that wants an address */
	usec_t began;
	usec_t deadline;
	struct loop_event changed; /* signalled whenever evidence came in */
	bool names_done;           /* no more addresses will come */
	bool over;                 /* it ends: an address that comes in now is not tried any more */
	int redirects;             /* how many led here */
	struct stream **hand_over; /* the run is only there to connect: its stream goes here */
	const struct protocol *const *protocols; /* ends with NULL */
	char *own;                               /* the protocol's, from prepare() */
	bool via;     /* prepare() found that the client goes through another host of its own */
	bool carries; /* another run's stream goes through what this one keeps open */
	const struct run *child; /* the one under way, NULL: none */
	bool explaining;         /* it fails, and what is under way may tell better why */
	int n_contacts;
	struct contact contacts[STORE_MAX_ADDRESSES];
};

/* One probe at work. */
struct probe_run {
	struct run *run;
	struct contact *contact; /* NULL for a probe of the whole run */
};

enum probe_scope { PROBE_PER_RUN, PROBE_PER_ADDRESS };
enum { PROBE_MAX_GIVES = 20 };

struct probe {
	const char *name;    /* public and stable: JSON, -v */
	const char *summary; /* one line for naze help probes */
	enum probe_scope scope;
	bool explains; /* it only explains a failure: never with --no-extra, and not waited for when
	                   * the verdict can do without the kinds that it gives */
	bool needs_quiet; /* it counts this host's packets: what explains is let go beside it */
	bool asked_for;   /* the user wants it for itself: the run waits for it */
	int n_gives;
	enum kind gives[PROBE_MAX_GIVES]; /* the kinds that it alone writes */
	/* Whether it should start now; NULL: at once. Asked again at each change and every few
	 * milliseconds. Never for a run with a fatal flaw in its target. */
	bool (*wanted)(const struct probe_run *r);
	int (*observe)(const struct probe_run *r); /* a fiber; 0, or -ECANCELED and the like */
	/* Whether it is worth a tenth of a second more although the verdict stands, for a remark
	 * that it may add; NULL: never. */
	bool (*lingers)(const struct probe_run *r);
};

/* The reading of that kind, made when it is not there; NULL when the store is full. */
#define READING(r, kind) ((struct ev_##kind *)probe_reading((r), KIND_##kind))
void *probe_reading(const struct probe_run *r, enum kind kind);

/* Says why a reading was not made; of a call to the kernel, by its negative errno: a sandbox that
 * has no netlink sockets (RestrictAddressFamilies= of systemd) is a lack of rights. */
void probe_skip(const struct probe_run *r, enum kind kind, enum skip why);
void probe_skip_errno(const struct probe_run *r, enum kind kind, int error);

/* Sets a field and that it was measured; p may be NULL (the store is full). An expression, so that
 * a list of readings stays as flat for the analysers as it reads. */
#define SET(p, field_, value) \
	((p) != NULL ? (void)((p)->field_ = (value), (p)->has.field_ = true) : (void)0)

/* Likewise a text, from len foreign bytes that are made printable and cut at CLEAN_MAX. */
#define SET_TEXT(r, p, field_, bytes, len)                                                 \
	((p) != NULL ? probe_set_text((r), &(p)->field_, &(p)->has.field_, (bytes), (len)) \
	             : (void)0)

/* Sets *ret_text and *ret_has, unless the store is full: for SET_TEXT. */
void probe_set_text(const struct probe_run *r, const char **ret_text, bool *ret_has,
                    const void *bytes, size_t len);

/* Those bytes made printable (base/clean.h), in the store; NULL when it is full. */
const char *probe_text(const struct probe_run *r, const void *bytes, size_t len);

/* Likewise a list that may stay empty; ITEM adds a row to it (NULL when it does not fit). */
#define SET_LIST(p, field_) ((p) != NULL ? (void)((p)->has.field_ = true) : (void)0)
#define ITEM(r, p, field_, kind)            \
	((p) == NULL                        \
	         ? NULL                     \
	         : ((p)->has.field_ = true, \
	            (struct ev_##kind *)store_item((r)->run->store, &(p)->field_, KIND_##kind)))

/* Tells everybody that waits for evidence that there is more. */
void run_changed(struct run *run);

/* The contact of that address, added when it is new; NULL when there are too many. */
struct contact *run_contact(struct run *run, const struct addr *addr, uint32_t scope);

/* Puts the attempts into that order (RFC 6724, as the program's resolver gives it). */
void run_order(struct run *run, const struct ev_list *addresses);

/* Runs target as a child of this run until it is done, and returns its evidence; NULL when
 * there are too many runs. With ret_stream the child ends when it is connected, and its stream
 * (or NULL) is the caller's. Called from a fiber. */
struct evidence *run_child(const struct probe_run *r, enum role role, const struct target *target,
                           struct stream **ret_stream);

/* The question which way such a socket would go to addr (scope: as for sys_connect()). */
struct sys_route_query run_route_query(const struct run *run, const struct addr *addr,
                                       uint32_t scope);

/* Socket options of this run (source, device) for that address. */
void run_socket_options(const struct run *run, const struct addr *addr,
                        struct sys_socket_options *ret);

/* The root below which the files of the run's place stand (sys/files.h). */
int run_root(const struct run *run);

/* Where a probe connects to on its own account. */
struct probe_peer {
	const struct addr *addr;
	uint16_t port;
	uint32_t scope; /* interface index of a link-local address, else 0 */
	int mss;        /* TCP_MAXSEG, 0: the kernel's own */
};

/* A connection of the probe's own, with this run's source and device, by the time until. NULL with
 * *ret: -ECANCELED, -ETIME, -ETIMEDOUT, or the negative errno of the call that failed. */
struct stream *probe_connect(const struct probe_run *r, const struct probe_peer *to, usec_t until,
                             int *ret);

/* The errno of a socket call as evidence names it. */
enum tcp_error probe_errno(int error);

/* The TLS module and the CA store of this process, loaded at the first call (about 5 ms, so best
 * while packets are under way). 0, or what tls_load() says. What is returned
 * lives as long as the engine. */
int run_tls(struct run *run, const struct tls_module **ret_module,
            const struct tls_trust **ret_trust);

/* An application protocol: one file of the room protocol, a line in protocol/protocols.def. */
struct protocol {
	const char *app; /* as in target/schemes.def */
	/* Before anything is looked up: what the user's own client would make of the target. It may
	 * change the run's target, and keep what it read in run->own (freed with free() when the
	 * run ends). NULL: nothing. Called from a fiber. 0, or -ECANCELED and the like. */
	int (*prepare)(const struct probe_run *r);
	/* Speaks it on the open stream of the contact (TLS done where the scheme wants it), to the
	 * point where the server has said what it wants. 0, or -ECANCELED and the like. */
	int (*speak)(const struct probe_run *r);
	/* Makes the same conversation again on a connection of its own with that TCP_MAXSEG, to
	 * the point where the server answers, without a secret and without evidence. enum
	 * retry_end, or negative when it was not made; NULL: never. */
	int (*again)(const struct probe_run *r, int mss, usec_t until);
};

/* Whether the run goes through a proxy, or through a host that the client goes through. */
static inline bool run_proxied(const struct run *run)
{
	return run->proxy.used || run->via;
}
