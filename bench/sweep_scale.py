#!/usr/bin/env python3
"""What a sweep of 10^9 tunes on 1,000 nodes asks of a cluster, by simulation: bench/sweep_scale.py SECONDS-FILE [--nodes N] [--tunes N] ...

SECONDS-FILE has a number a line: what shards of 4,096 tunes took on one node. bench/slurm.sh measures them. Every shard's time is one of these drawn anew; the controller
starts so many tasks a second at the most; nodes fail, and their task is queued again and goes on. Nothing of Lilt runs here: what its files and
locks cost a file system is counted from what the program does, a line each in `per_shard`.
"""
import argparse
import heapq
import random
import statistics


def simulate(seconds, nodes, shards, shards_a_task, starts_a_second, failures_a_node_day, limit, start_cost, seed):
    draw = random.Random(seed)
    tasks = [min(shards_a_task, shards - first) for first in range(0, shards, shards_a_task)]
    waiting = list(range(len(tasks)))[::-1]
    running = []
    free = nodes
    now = controller = busy = 0.0
    failures = requeues = started = most = 0
    while waiting or running:
        while waiting and free:
            task = waiting.pop()
            controller = max(controller, now) + 1 / starts_a_second
            # Kept whole tunes go on, so only the time since the last one is lost, which is nothing beside a shard.
            need = sum(draw.choice(seconds) for _ in range(tasks[task])) + start_cost
            fails = draw.expovariate(failures_a_node_day / 86_400) if failures_a_node_day else float("inf")
            time = min(need, limit, fails)
            end = controller + time
            busy += time
            started += 1
            left = tasks[task] - int(tasks[task] * min(time / need, 1)) if time < need else 0
            failures += fails <= min(need, limit)
            requeues += time < need and fails > min(need, limit)
            heapq.heappush(running, (end, task, left))
            free -= 1
        most = max(most, len(running))
        now, task, left = heapq.heappop(running)
        free += 1
        if left:
            tasks[task] = left
            waiting.append(task)
    return dict(makespan=now, busy=busy, tasks=len(tasks), started=started, failures=failures, requeues=requeues, together=most)


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("seconds")
    parse.add_argument("--nodes", type=int, default=1000)
    parse.add_argument("--tunes", type=int, default=10**9)
    parse.add_argument("--tunes-a-shard", type=int, default=4096)
    parse.add_argument("--shards-a-task", type=int, nargs="*", default=[1, 30, 100])
    parse.add_argument("--starts-a-second", type=float, nargs="*", default=[1, 10, 50])
    parse.add_argument("--failures", type=float, default=1 / 30, help="a node and day")
    parse.add_argument("--limit", type=float, default=3540, help="seconds until a task is told to stop")
    parse.add_argument("--bytes-a-tune", type=float, default=440)
    parse.add_argument("--seed", type=int, default=1)
    given = parse.parse_args()
    seconds = [float(line) for line in open(given.seconds) if line.strip()]
    scale = given.tunes_a_shard / 4096
    seconds = [each * scale for each in seconds]
    shards = -(-given.tunes // given.tunes_a_shard)
    ideal = shards * statistics.mean(seconds) / given.nodes
    print(f"{len(seconds)} shard times: mean {statistics.mean(seconds):.1f} s, deviation {statistics.pstdev(seconds):.1f} s")
    print(f"{given.tunes:,} tunes, {shards:,} shards, {given.nodes:,} nodes; {ideal / 3600:.2f} h if nothing were lost")
    print(f"files: {shards:,} tables in 256 folders, {-(-shards // 256):,} a folder; {given.tunes * given.bytes_a_tune / 1e12:.2f} TB")
    print(f"tables put in place: {given.nodes / statistics.mean(seconds):.1f} a second over all nodes")
    print("shards a task | starts a second | tasks | started | hours | of the nodes' time at work | failures | queued again")
    for shards_a_task in given.shards_a_task:
        for starts in given.starts_a_second:
            end = simulate(seconds, given.nodes, shards, shards_a_task, starts, given.failures, given.limit, 1.0, given.seed)
            use = end["busy"] / (end["makespan"] * given.nodes)
            print(
                f"{shards_a_task} | {starts:g} | {end['tasks']:,} | {end['started']:,} | {end['makespan'] / 3600:.2f} | {use:.1%} | {end['failures']} | {end['requeues']}"
            )


main()
