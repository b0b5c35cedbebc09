/// What a node's kernel has to do with packets to service addresses ([io.porterlb.rules.RuleSet]), kept in the
/// kernel by one owner ([io.porterlb.rules.KernelRules]), which says how that went
/// ([io.porterlb.rules.RuleStatus]).
package io.porterlb.rules;
