package dev.nexus.ai.workflow;

import java.util.List;

/**
 * A step of a workflow (protocol 4.8).
 *
 * @param step 1-based; a step depends on earlier ones only
 * @param action what is done
 * @param domain who does it
 * @param status completed when its result needs nothing more from the user
 * @param resultId the result that stands for it in the sections
 * @param dependsOn ids of results, never numbers of steps
 */
public record WorkflowStep(
    int step,
    String action,
    String domain,
    StepStatus status,
    String resultId,
    List<String> dependsOn) {

  public WorkflowStep {
    dependsOn = List.copyOf(dependsOn);
  }
}
