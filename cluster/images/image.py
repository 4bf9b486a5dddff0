#!/usr/bin/env python3
"""Container images without an image builder: a store of layers (tar files) and images (JSON files).

image.py STORE build NAME:TAG [--env K=V]... [--user U] [--workdir D] [--entrypoint ARG]... LAYER...
    A LAYER is a directory, a directory and where to put it (DIR=/app/lib; its files are then root's), or
    @NAME:TAG, which stands for all layers of another image of the store.
image.py STORE id NAME:TAG...        the ids (digests of the configurations), one a line
image.py STORE archive NAME:TAG...   a docker-archive of the images on the standard output, shared layers once

The same directories always make the same bytes: entries are sorted and have no times.
"""
import argparse
import hashlib
import io
import json
import os
import sys
import tarfile

PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class HashingFile:
    def __init__(self, file):
        self.file, self.hash = file, hashlib.sha256()

    def write(self, data):
        self.hash.update(data)
        return self.file.write(data)


def without_time(entry):
    entry.mtime = 1
    entry.uname = entry.gname = ""
    return entry


def for_everyone(entry):
    entry.uid = entry.gid = 0
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return without_time(entry)


def pack(layers, spec):
    """Add a directory as a layer to the store; its digest."""
    directory, _, prefix = spec.partition("=")
    os.makedirs(layers, exist_ok=True)
    part = f"{layers}/{os.getpid()}.part"
    with open(part, "wb") as f:
        hashing = HashingFile(f)
        with tarfile.open(fileobj=hashing, mode="w|", format=tarfile.GNU_FORMAT) as tar:
            parents = prefix.strip("/").split("/")[:-1]
            for depth in range(1, len(parents) + 1):
                entry = tarfile.TarInfo("/".join(parents[:depth]))
                entry.type, entry.mode = tarfile.DIRTYPE, 0o755
                tar.addfile(without_time(entry))
            tar.add(directory, prefix.strip("/") or ".", filter=for_everyone if prefix else without_time)
    digest = hashing.hash.hexdigest()
    os.rename(part, f"{layers}/{digest}.tar")
    return digest


def file_of(store, name):
    return f"{store}/{name.replace('/', '_').replace(':', '_')}.json"


def read(store, name):
    with open(file_of(store, name)) as f:
        return json.load(f)


def digest_of(config):
    return hashlib.sha256(config.encode()).hexdigest()


def build(store, a):
    layers = []
    for spec in a.layers:
        if spec.startswith("@"):
            layers += read(store, spec[1:])["layers"]
        else:
            layers.append(pack(f"{store}/layers", spec))
    config = json.dumps({
        "architecture": "amd64",
        "os": "linux",
        "config": {"Entrypoint": a.entrypoint or None, "Env": a.env or [PATH], "User": a.user, "WorkingDir": a.workdir},
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + d for d in layers]},
    })
    path = file_of(store, a.name)
    with open(path + ".part", "w") as f:
        json.dump({"name": a.name, "config": config, "layers": layers}, f)
    os.rename(path + ".part", path)


def archive(store, names):
    images = [read(store, name) for name in names]
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as out:
        def add(name, content):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            out.addfile(info, io.BytesIO(content))

        for layer in dict.fromkeys(d for i in images for d in i["layers"]):
            out.add(f"{store}/layers/{layer}.tar", f"{layer}/layer.tar")
        for i in images:
            add(digest_of(i["config"]) + ".json", i["config"].encode())
        add("manifest.json", json.dumps([{
            "Config": digest_of(i["config"]) + ".json",
            "RepoTags": [i["name"]],
            "Layers": [d + "/layer.tar" for d in i["layers"]],
        } for i in images]).encode())


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("store")
    commands = p.add_subparsers(dest="command", required=True)
    b = commands.add_parser("build")
    b.add_argument("name")
    b.add_argument("layers", nargs="+")
    b.add_argument("--env", action="append", default=[])
    b.add_argument("--user", default="")
    b.add_argument("--workdir", default="/")
    b.add_argument("--entrypoint", action="append", default=[])
    for command in ("id", "archive"):
        commands.add_parser(command).add_argument("names", nargs="+")
    a = p.parse_args()
    if a.command == "build":
        build(a.store, a)
    elif a.command == "archive":
        archive(a.store, a.names)
    else:
        for name in a.names:
            print(digest_of(read(a.store, name)["config"]))


main()
