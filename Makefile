# Everything a developer of Nexus Platform does; `make` alone prints this help.
CLUSTER ?= local
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help up down dev dev-down test test-java test-e2e check format crds bundle images bench clean

export JAVA_HOME := $(shell cluster/jdk)
export CLUSTER
MVN := mvn -B -ntp

help: ## Print this help
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'
	@echo
	@echo "  CLUSTER=local    the single-node Kubernetes of cluster/ (default)"
	@echo "  CLUSTER=kind     the kind cluster named by KIND_CLUSTER (default: kind)"
	@echo "  CLUSTER=current  whatever the current context is, with images of REGISTRY; never chosen unless you say so"

up: ## Start the cluster, install the operator, apply samples/development, wait until it is Ready
	@cluster/up
	@[ "$(CLUSTER)" = current ] || $(MAKE) --no-print-directory images
	@cluster/install samples/development

down: ## Stop the local cluster and leave nothing behind but caches
	@cluster/down

dev: ## Run the seven services on loopback with PostgreSQL, Redis and Keycloak, without Kubernetes
	@cluster/packages maven
	@$(MVN) -q package -DskipTests -pl '!operator/api,!operator/controller'
	@cluster/dev/up services

dev-down: ## Stop what `make dev` started
	@cluster/dev/down

test: test-java test-e2e ## All tests: unit, integration, end to end on the local cluster

test-java: ## Unit and integration tests, with the build's gates
	@cluster/build kube etcd
	@$(MVN) -q verify

test-e2e: ## End-to-end tests on the local cluster, which is started for them and stopped after
	@cluster/test

check: ## The gates without tests: format, Error Prone, NullAway, dependencies
	@cluster/packages maven
	@$(MVN) -q verify -DskipTests

format: ## Format the sources
	@$(MVN) -q spotless:apply

crds: ## Generate crds/ from operator/api
	@$(MVN) -q verify -pl operator/api -Dnexus.crds.update=true

bundle: ## Generate bundle/ (OLM) from crds/ and operator/install
	@$(MVN) -q test -pl operator/controller -am -Dtest=BundleTest -Dsurefire.failIfNoSpecifiedTests=false -Dnexus.bundle.update=true

images: ## Build the images of the services and the operator and load them into the cluster
	@cluster/packages
	@$(MVN) -q package -DskipTests
	@cluster/images/build jre services
	@cluster/load-platform

bench: ## Time from apply to Ready, and where it goes
	@cluster/bench

clean: ## Remove what builds have made
	@$(MVN) -q clean
