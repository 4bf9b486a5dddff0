package dev.nexus.ai.workflow;

import java.util.List;

/**
 * What is to be done one after the other (protocol 4.8).
 *
 * @param steps in an order that keeps every dependency before its dependents
 */
public record Workflow(List<WorkflowStep> steps) {}
