/** Says that he was cheated: he is helped to protect himself and to report before anything else. One a line. */
export const CHEATED = `
  我被骗了
  我把验证码发给他了
  验证码给了对方怎么办
  i already sent him the verification code
  I gave them my password what now
  我被骗了怎么办
  套现被骗了怎么办
  找人套花呗被骗了
  帮我套花呗的人把我拉黑了
  中介收了钱不给我打款
  钱转过去对方就把我删了
  扫了码花呗扣了钱，对方不给现金跑路了
  套现的人卷款跑了
  被代提的骗走了3000
  遇到骗子了，花呗被刷了5000
  对方骗我说能提现，钱没了
  花呗被人骗着刷了2000怎么追回
  我上当了，中介让我先交保证金
  被黄牛坑了钱要不回来
  骗子把我花呗额度刷光了
  那个商家收了我的花呗没给我钱，人不见了
  I was scammed
  I got scammed by a huabei cash-out guy
  a middleman cheated me out of 3000
  the agent took my money and blocked me
  someone tricked me into scanning a code and my huabei is gone
  he ran off with my huabei money
  I've been defrauded, what do I do
  got ripped off by a cash-out dealer, he vanished
  the broker never paid me and disappeared
  I fell for a scam and they drained my huabei
  i was conned by a shop that promised cash for huabei
  they stole 2000 through my huabei, how do I report it
  the guy who was supposed to cash out my huabei deleted me after I paid
`;
/** Speaks of fraud and was not cheated. */
export const NOT_CHEATED = `
  这是不是骗子
  会不会被骗
  官方直转会不会是骗局
  怎么防骗
  中介靠谱吗怕被骗
  怎么分辨骗子
  你是骗子吧
  网上说能代提是骗人的吗
  有多少人被骗过
  is this a scam
  are these services a scam
  how do I avoid being scammed
  is the middleman a fraud
  will I get scammed
  legit or scam
  you are not a scammer are you
`;

/** Who is asked to pay so that money is released, whether or not he has said before that he was cheated. One a line. */
export const ASKED_TO_PAY = `
  他说再交500解冻
  对方说再交500就能解冻我的钱
  客服让我先交2000保证金才能提现
  要我再转800解冻账户，转吗
  转了500给他，他说要再转500激活
  他说流水不够，再刷1000
  他说我卡号填错了，要交1000解冻
  平台说我操作错误，账户被冻结，需要充值解冻
  银行卡解冻要交钱吗
  should I pay 500 more to get it unlocked?
  he says pay another 500 and it will be unfrozen
  the agent wants 300 more before he releases my money
  they want a verification deposit of 1000 before paying me
  they say my account is frozen because I typed the wrong card number, pay 1000
  the platform froze my money and asks me to top up to unlock
  do I need to pay a tax to release my withdrawal
`;

/** Locks, slips and payments without a fraud. One a line. */
export const NOT_ASKED_TO_PAY = `
  激活花呗要钱吗
  提现要交手续费吗
  要交多少手续费才能到账
  花呗逾期被冻结，还清了能解冻吗
  还完花呗多久解冻
  how do I activate huabei to pay in a shop
  I want to unlock my huabei
  when is my transfer released
  do I pay a fee to withdraw
  if I pay my bill is huabei unfrozen
  the fee I pay when he sends me money
  卡号填错了怎么办
  提现卡号输错了钱会退回吗
  I typed the wrong card number, what now
  酒店押金什么时候解冻
  充值微信零钱要手续费吗
  零钱不够，先充值再提现吗
  he wants to know the fee
  they want to withdraw 5000
  银行卡被冻结了怎么解冻
  再提500手续费多少
  should I withdraw 500 more
  my bank card is frozen, how do I unfreeze it
`;
