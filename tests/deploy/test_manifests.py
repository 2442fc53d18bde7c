"""The compose file and the Kubernetes manifest: what of them a reader or an operator relies on.

Neither can be tried without a container engine or a cluster, so what they say is held against the
code, the container file and each other.
"""

import re
from itertools import chain
from pathlib import Path

import pytest
import yaml

from tests.deploy.test_container import said

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
OBJECTS = {
    found["kind"]: found for found in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text())
}
POD = OBJECTS["Deployment"]["spec"]["template"]
(CONTAINER,) = POD["spec"]["containers"]
SERVICES = COMPOSE["services"]
REPLICAS = ("app-1", "app-2")
USER = said("USER")[0]
PORT = int(said("EXPOSE")[0])


def read_by_the_code():
    """The environment variables that the server looks up."""
    code = chain((ROOT / "components").rglob("*.py"), (ROOT / "inspection").rglob("*.py"))
    names = r"[\"'](INSPECTION_[A-Z_]+|FORWARDED_ALLOW_IPS)[\"']"
    return {name for file in code for name in re.findall(names, file.read_text())}


def test_only_what_the_code_reads_is_set():
    set_here = {*SERVICES["app-1"]["environment"], *(pair["name"] for pair in CONTAINER["env"])}
    assert set_here - read_by_the_code() == set()
    assert {"INSPECTION_ADDRESS", "INSPECTION_REPORT_TO", "FORWARDED_ALLOW_IPS"} <= set_here


@pytest.mark.parametrize("name", SERVICES)
def test_each_container_is_confined(name):
    service = SERVICES[name]
    assert service["user"] == USER
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "mem_limit" in service
    assert [place.partition(":")[0] for place in service["tmpfs"]] == ["/tmp"]
    assert [volume for volume in service["volumes"] if not volume.endswith(":ro")] == []


def test_nginx_alone_is_reached_from_outside_and_reaches_each_replica():
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["front"]
    assert SERVICES["front"]["ports"] == ["80:8080"]
    assert "\nlisten 8080;\n" in (DEPLOY / "nginx" / "listen.conf").read_text()
    assert [name for name in SERVICES if "outside" in SERVICES[name]["networks"]] == ["front"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    asked = re.findall(r"^server (\S+) ", (DEPLOY / "nginx" / "processes.conf").read_text(), re.M)
    assert asked == [f"{name}:{PORT}" for name in REPLICAS]
    inside = {name: SERVICES[name]["networks"]["inside"]["ipv4_address"] for name in SERVICES}
    assert SERVICES["front"]["extra_hosts"] == [f"{name}:{inside[name]}" for name in REPLICAS]
    believed = {SERVICES[name]["environment"]["FORWARDED_ALLOW_IPS"] for name in REPLICAS}
    assert believed == {inside["front"]}


def test_nginx_is_started_with_the_configuration_shipped_and_once_readers_can_be_served():
    front = SERVICES["front"]
    (source, target, _) = front["volumes"][0].split(":")
    assert (DEPLOY / source / "nginx.conf").is_file()
    assert f"{target}/nginx.conf" in front["entrypoint"]
    assert front["entrypoint"][front["entrypoint"].index("-p") + 1] == "/tmp/"
    assert front["depends_on"] == {name: {"condition": "service_healthy"} for name in REPLICAS}
    assert front["healthcheck"]["test"][-1] == "http://127.0.0.1:8080/ready"


def test_replicas_are_built_from_the_container_file_and_show_the_data_folder():
    assert SERVICES["app-1"]["build"] == SERVICES["app-2"]["build"]
    build = SERVICES["app-1"]["build"]
    assert (DEPLOY / build["context"]).resolve() == ROOT
    assert (ROOT / build["dockerfile"]).is_file()
    (source, target, _) = SERVICES["app-1"]["volumes"][0].split(":")
    assert (DEPLOY / source).resolve() == ROOT / "data"
    assert target == f"{said('WORKDIR')[0]}/data"


def test_a_cluster_asks_each_replica_whether_it_lives_and_whether_it_has_a_record_to_show():
    probes = {
        kind: CONTAINER[f"{kind}Probe"]["httpGet"] for kind in ("startup", "liveness", "readiness")
    }
    assert probes == {
        "startup": {"path": "/_stcore/health", "port": "http"},
        "liveness": {"path": "/_stcore/health", "port": "http"},
        "readiness": {"path": "/ready", "port": "http"},
    }
    assert CONTAINER["ports"] == [{"name": "http", "containerPort": PORT}]


def test_a_replica_in_a_cluster_is_confined():
    assert POD["spec"]["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": int(USER.partition(":")[0]),
        "runAsGroup": int(USER.partition(":")[2]),
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert POD["spec"]["automountServiceAccountToken"] is False
    assert CONTAINER["resources"]["limits"] == {"memory": "1Gi"}
    assert OBJECTS["NetworkPolicy"]["spec"]["egress"] == []
    written = {
        mount["mountPath"] for mount in CONTAINER["volumeMounts"] if not mount.get("readOnly")
    }
    assert written == {"/tmp"}


def test_one_replica_is_always_there_and_one_reader_stays_with_one():
    deployment = OBJECTS["Deployment"]["spec"]
    assert deployment["replicas"] == 2
    assert deployment["strategy"]["rollingUpdate"] == {"maxSurge": 1, "maxUnavailable": 0}
    assert OBJECTS["PodDisruptionBudget"]["spec"]["minAvailable"] == 1
    assert OBJECTS["Service"]["spec"]["sessionAffinity"] == "ClientIP"
    assert (
        OBJECTS["Ingress"]["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"]
        == "cookie"
    )


def test_everything_in_the_cluster_means_the_same_pods_and_the_same_port():
    labels = POD["metadata"]["labels"]
    selectors = [
        OBJECTS["Deployment"]["spec"]["selector"]["matchLabels"],
        OBJECTS["Service"]["spec"]["selector"],
        OBJECTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        OBJECTS["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    ]
    assert selectors == [labels] * 4
    (path,) = OBJECTS["Ingress"]["spec"]["rules"][0]["http"]["paths"]
    service = OBJECTS["Service"]
    assert path["backend"]["service"]["name"] == service["metadata"]["name"]
    assert service["spec"]["ports"][0]["targetPort"] == CONTAINER["ports"][0]["name"]
    mounted = {mount["name"]: mount["mountPath"] for mount in CONTAINER["volumeMounts"]}
    data = next(pair["value"] for pair in CONTAINER["env"] if pair["name"] == "INSPECTION_DATA")
    assert mounted["data"] == data
    assert {volume["name"] for volume in POD["spec"]["volumes"]} == set(mounted)
